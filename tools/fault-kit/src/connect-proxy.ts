import { createServer } from "node:http";
import { connect, type Socket } from "node:net";

/** A company's proxy, on this machine: whatever host is asked for, one port of this machine answers. */
export interface ConnectProxy {
  /** "http://ada:PASSWORD@127.0.0.1:PORT": it wants to know who asks. */
  url: string;
  /** "http://127.0.0.1:PORT" */
  name: string;
  /** "host:port" of every tunnel that was asked for since this was asked the last time. */
  asked(): string[];
  /** The status that the next tunnels are refused with; null: none. */
  refuse(status: number | null): void;
  close(): Promise<void>;
}

/** Opens a CONNECT proxy that leads every tunnel to `port`. `password` must be given by who asks. */
export const connectProxy = async (port: number, password: string): Promise<ConnectProxy> => {
  let refusal: number | null = null;
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const expected = `Basic ${Buffer.from(`ada:${password}`).toString("base64")}`;
  const server = createServer((_, reply) => reply.writeHead(405).end());
  server.on("connection", (socket) => sockets.add(socket));
  server.on("connect", ({ url = "", headers }, client: Socket, head: Buffer) => {
    asked.push(url);
    const status = refusal ?? (headers["proxy-authorization"] === expected ? 200 : 407);
    if (status !== 200) return client.end(`HTTP/1.1 ${status} Refused\r\ncontent-length: 0\r\n\r\n`);
    const upstream = connect(port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 Connection established\r\n\r\n");
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [client, upstream]) socket.on("error", () => [client, upstream].forEach((either) => void either.destroy()));
    sockets.add(upstream);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const host = `127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  return {
    url: `http://ada:${password}@${host}`,
    name: `http://${host}`,
    asked: () => asked.splice(0),
    refuse: (status) => {
      refusal = status;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
};
