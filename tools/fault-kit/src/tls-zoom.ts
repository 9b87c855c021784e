import { writeFile } from "node:fs/promises";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { createServer } from "node:tls";
import { generate } from "selfsigned";

/** A TLS server that says it is Zoom, by a certificate of an authority that only this test knows. */
export interface TlsZoom {
  port: number;
  /** The file with the authority's certificate, for NODE_EXTRA_CA_CERTS. */
  authority: string;
  close(): Promise<void>;
}

const HOSTS = ["zoom.us", "api.zoom.us"];

/** Puts TLS before an HTTP port of this machine. The authority is made now and lives for a day; its certificate goes into `folder`. */
export const tlsZoom = async (httpPort: number, folder: string): Promise<TlsZoom> => {
  const common = {
    algorithm: "sha256",
    keyType: "ec" as const,
    notBeforeDate: new Date(Date.now() - 3_600_000),
    notAfterDate: new Date(Date.now() + 86_400_000),
  };
  const authority = await generate([{ name: "commonName", value: "Test authority" }], {
    ...common,
    extensions: [
      { name: "basicConstraints", cA: true, critical: true },
      { name: "keyUsage", keyCertSign: true, critical: true },
    ],
  });
  const own = await generate([{ name: "commonName", value: "zoom.us" }], {
    ...common,
    ca: { key: authority.private, cert: authority.cert },
    extensions: [{ name: "subjectAltName", altNames: HOSTS.map((value) => ({ type: 2, value })) }],
  });
  const file = join(folder, "authority.pem");
  await writeFile(file, authority.cert);
  const sockets = new Set<Socket>();
  const server = createServer({ key: own.private, cert: own.cert }, (client) => {
    const upstream = connect(httpPort, "127.0.0.1");
    for (const socket of [client, upstream]) socket.on("error", () => [client, upstream].forEach((either) => void either.destroy()));
    client.pipe(upstream).pipe(client);
    sockets.add(client).add(upstream);
  });
  server.on("tlsClientError", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" && address !== null ? address.port : 0,
    authority: file,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
};
