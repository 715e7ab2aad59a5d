// Opens pages in Chromium 79 and tells what it saw. Takes a JSON list of visits, gives a JSON list of sights (see old.py).
// The browser comes packed inside the npm package chrome-aws-lambda 2.0.1 and is unpacked once into .cache/.

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";

const require = createRequire(import.meta.url);
const puppeteer = require("puppeteer-core");
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");

function unpacked() {
  const chromium = join(root, ".cache", "chromium-79", "chromium");
  if (!existsSync(chromium)) {
    const packed = join(dirname(require.resolve("chrome-aws-lambda/package.json")), "bin", "chromium.br");
    mkdirSync(dirname(chromium), { recursive: true });
    const half = `${chromium}.${process.pid}`;
    writeFileSync(half, brotliDecompressSync(readFileSync(packed)), { mode: 0o755 });
    renameSync(half, chromium);
  }
  return chromium;
}

async function look(browser, visit) {
  const sight = { url: visit.url, engine: await browser.version(), complaints: [], requests: [], values: {} };
  const context = await browser.createIncognitoBrowserContext();
  const page = await context.newPage();
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) sight.complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => sight.complaints.push(`page error: ${error.message}`));
  page.on("request", (request) => sight.requests.push(request.url()));
  page.on("requestfailed", (request) => sight.complaints.push(`failed: ${request.url()}`));
  page.on("response", (response) => {
    if (response.status() >= 400) sight.complaints.push(`${response.status()}: ${response.url()}`);
  });
  await page.setViewport({ width: visit.width, height: visit.height });
  await page.goto(visit.url, { waitUntil: "load" });
  for (const [name, expression] of visit.expressions) {
    if (/^(file|http):/.test(expression)) await page.goto(expression, { waitUntil: "load" });
    else sight.values[name] = await page.evaluate(expression);
  }
  if (visit.screenshot) await page.screenshot({ path: visit.screenshot, fullPage: true });
  await context.close();
  return sight;
}

const args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", "--no-first-run"];
const browser = await puppeteer.launch({ executablePath: unpacked(), args });
try {
  const sights = [];
  for (const visit of JSON.parse(readFileSync(0, "utf8"))) sights.push(await look(browser, visit));
  process.stdout.write(JSON.stringify(sights));
} finally {
  await browser.close();
}
