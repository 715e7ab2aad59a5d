// Bundles what readers' browsers load: classic scripts and one style sheet that Chromium 78 understands.
// `node build.mjs` writes them into theme/assets, with the licences of what is bundled beside them; `--watch` keeps writing.

import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const assets = join(here, "..", "theme", "assets");

// name of the file in theme/assets → the source it starts from
const scripts = {
  handbook: join(here, "index.ts"),
  "forms/page": join(here, "..", "components", "form", "page.ts"),
  "forms/workbook": join(here, "..", "components", "form", "workbook.ts"),
  votes: join(here, "..", "components", "calculator", "page.ts"),
  "votes-engine": join(here, "..", "desk", "votes", "engine.ts"),
  "stroke-order": join(here, "..", "desk", "votes", "stroke-order.ts"),
  "fit-note": join(here, "..", "components", "fit", "note.ts"),
  scoring: join(here, "..", "scoring", "engine.ts"),
  "search/page": join(here, "..", "search", "page", "index.ts"),
  "calendar-file": join(here, "calendar-file.ts"),
  present: join(here, "..", "projection", "index.ts"),
  drill: join(here, "..", "drill", "index.ts"),
  course: join(here, "..", "course", "index.ts"),
  desk: join(here, "..", "desk", "index.ts"),
  "paper-word": join(here, "..", "desk", "papers", "word.ts"),
  "paper-terminal": join(here, "..", "desk", "papers", "terminal.ts"),
  "search/terminal": join(here, "..", "search", "terminal.ts"),
};
const styles = {
  handbook: join(here, "index.css"),
  present: join(here, "..", "projection", "present.css"),
  drill: join(here, "..", "drill", "drill.css"),
  desk: join(here, "..", "desk", "desk.css"),
  editions: join(here, "editions.css"),
  print: join(here, "print.css"),
  "print-pictures": join(here, "print-pictures.css"),
};
// What engines far below the floor must be able to read: it tells them that they are too old.
const plain = { old: join(here, "old.ts"), selfcheck: join(here, "..", "components", "selfcheck", "selfcheck.ts") };
const plainStyles = { old: join(here, "css", "old.css") };

const shared = {
  bundle: true,
  minify: true,
  charset: "utf8",
  target: "chrome78",
  outdir: assets,
  logLevel: "warning",
  legalComments: "none",
  metafile: true,
};
const builds = [
  { ...shared, entryPoints: scripts, format: "iife" },
  { ...shared, entryPoints: styles, external: ["*.svg", "*.png"] },
  { ...shared, entryPoints: plain, target: "es5" },
  { ...shared, entryPoints: plainStyles, target: "ie11" },
];

// The folders of the packages that went into a bundle.
function packages(results) {
  const inputs = results.flatMap((result) => Object.keys(result.metafile.inputs));
  const folders = inputs.map((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path));
  return [...new Set(folders.filter(Boolean).map((match) => match[1]))].sort();
}

function licence(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /licen[cs]e|copying/i.test(entry));
  if (!file) throw new Error(`${name} has no licence file: it must not be bundled without its licence`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), "utf8").trim()}\n`;
}

mkdirSync(assets, { recursive: true });
if (process.argv.includes("--watch")) {
  const contexts = await Promise.all(builds.map((options) => esbuild.context({ ...options, logLevel: "info" })));
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  rmSync(join(assets, "licenses.txt"), { force: true });
  const results = await Promise.all(builds.map((options) => esbuild.build(options)));
  writeFileSync(join(assets, "licenses.txt"), packages(results).map(licence).join("\n----\n\n"));
}
