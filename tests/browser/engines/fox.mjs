// Opens pages in Firefox over WebDriver BiDi and tells what it saw: takes and gives what old.mjs does (see old.py).

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const WebSocket = createRequire(import.meta.url)("ws");
const profile = mkdtempSync(join(tmpdir(), "fox-"));
const args = ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"];
const fox = spawn("firefox-esr", args, { stdio: ["ignore", "ignore", "pipe"] });

const port = await new Promise((resolve, reject) => {
  let said = "";
  fox.stderr.on("data", (part) => {
    said += part;
    const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said);
    if (found) resolve(found[1]);
  });
  fox.on("exit", () => reject(new Error(said)));
});
const socket = new WebSocket(`${port}/session`);
await new Promise((resolve) => socket.on("open", resolve));
const waiting = new Map();
let sight = null;
let last = 0;
socket.on("message", (text) => {
  const { id, method, params, ...rest } = JSON.parse(text);
  if (waiting.has(id)) waiting.get(id)(rest);
  else if (method === "log.entryAdded" && params.level !== "info" && sight) sight.complaints.push(`${params.level}: ${params.text}`);
  else if (method === "network.beforeRequestSent" && sight) sight.requests.push(params.request.url);
});
const ask = (method, params) =>
  new Promise((resolve, reject) => {
    waiting.set(++last, ({ result, error, message }) => (error ? reject(new Error(`${method}: ${message}`)) : resolve(result)));
    socket.send(JSON.stringify({ id: last, method, params }));
  });

try {
  const { capabilities } = await ask("session.new", { capabilities: {} });
  await ask("session.subscribe", { events: ["log.entryAdded", "network.beforeRequestSent"] });
  const { context } = await ask("browsingContext.create", { type: "tab" }); // one for all: each new one starts a process
  const sights = [];
  for (const visit of JSON.parse(readFileSync(0, "utf8"))) {
    sight = { url: visit.url, engine: `Firefox/${capabilities.browserVersion}`, complaints: [], requests: [], values: {} };
    await ask("browsingContext.navigate", { context, url: visit.url, wait: "complete" });
    for (const [name, expression] of visit.expressions) {
      const script = `Promise.resolve(${expression}).then((value) => JSON.stringify(value))`;
      const { result } = await ask("script.evaluate", { expression: script, target: { context }, awaitPromise: true });
      sight.values[name] = JSON.parse(result.value);
    }
    sights.push(sight);
    await ask("browsingContext.navigate", { context, url: "about:blank", wait: "complete" });
  }
  process.stdout.write(JSON.stringify(sights));
} finally {
  socket.terminate();
  fox.removeAllListeners("exit");
  fox.kill();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
