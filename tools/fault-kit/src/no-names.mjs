// Loaded before an app (`--import`): no name is looked up outside this machine. With DIRECT=1 Zoom's names lead to this machine.

import dns from "node:dns";

dns.lookup = (host, options, callback) => {
  const [{ all = false }, done] = typeof options === "function" ? [{}, options] : [options, callback];
  const found = host === "localhost" || (process.env.DIRECT === "1" && /(^|\.)zoom\.us$/.test(host));
  process.nextTick(() => {
    if (!found) return done(Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: "ENOTFOUND" }));
    return all ? done(null, [{ address: "127.0.0.1", family: 4 }]) : done(null, "127.0.0.1", 4);
  });
};
