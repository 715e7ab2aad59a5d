// Tells readers of an engine below the floor that they may read and print, and gives them a style it understands.
// It is written so that Internet Explorer 11 can read it; every engine above the floor leaves at the first line.

(function () {
  var enough = !!window.CSS && !!CSS.supports && CSS.supports("--a", "0") && CSS.supports("display", "grid");
  if (enough && "noModule" in document.createElement("script") && "flat" in Array.prototype) return;
  var script = document.querySelector('script[src$="assets/old.js"]') as HTMLScriptElement;
  var notice = document.querySelector('[data-hb="old-notice"]') as HTMLElement;
  var sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = script.src.replace(/js$/, "css");
  document.documentElement.className += " hb-old";
  document.head.appendChild(sheet);
  if (notice) notice.removeAttribute("hidden");
})();
