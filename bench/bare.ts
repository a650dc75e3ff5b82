/** A bare Node server that sends the bytes it was given, with the headers they came with: what the site is compared to. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

type Kept = { path: string; headers: Record<string, string>; body: string };

const kept = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Kept[];
const answers = new Map(
  kept.map(({ path, headers, body }) => [path, { headers, body: Buffer.from(body, "base64") }]),
);
const server = createServer((request, response) => {
  const answer = answers.get(request.url ?? "");
  if (!answer) return void response.writeHead(404).end();
  response.writeHead(200, answer.headers).end(answer.body);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`${typeof address === "object" && address ? address.port : 0}\n`);
});
