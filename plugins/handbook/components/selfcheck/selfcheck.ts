// Tries what this computer can do of what the handbook asks. Loaded by its own page only, and written so that engines
// of ten years ago can read it: they are the ones it must tell about.

interface Sentences {
  items: { [key: string]: { name: string } };
  [word: string]: unknown;
}

(function () {
  var root = document.querySelector('[data-hb="selfcheck"]') as HTMLElement;
  var said = JSON.parse(root.getAttribute("data-words") || "{}") as Sentences;
  var failed: string[] = [];

  function word(key: string): string {
    return String(said[key]);
  }

  function part(hook: string): HTMLElement {
    return root.querySelector('[data-hb="selfcheck-' + hook + '"]') as HTMLElement;
  }

  function tell(key: string, good: boolean | null, more: string): void {
    var cell = root.querySelector('[data-item="' + key + '"]') as HTMLElement;
    var verdict = good === null ? word("press") : good ? word("ok") : word("bad");
    cell.textContent = verdict + (more ? " · " + more : "");
    cell.setAttribute("data-verdict", good === null ? "open" : good ? "good" : "bad");
    failed = failed.filter(function (each) {
      return each !== key;
    });
    if (good === false) failed.push(key);
    var list = failed.map(function (each) {
      var item = said.items[each];
      return item ? item.name : each;
    });
    part("said").textContent = list.length ? word("partly") + list.join(word("comma")) : word("good");
  }

  function attempt(key: string, test: () => [boolean | null, string]): void {
    var result: [boolean | null, string] = [false, ""];
    try {
      result = test();
    } catch (error) {
      result = [false, error instanceof Error ? error.name : ""];
    }
    tell(key, result[0], result[1]);
  }

  function engine(): [boolean | null, string] {
    var agent = navigator.userAgent;
    var found = /(Chrome|Firefox)\/(\d+)/.exec(agent);
    if (found) return [Number(found[2]) >= 78, found[1] + " " + found[2]];
    var safari = /Version\/(\d+)[^ ]* .*Safari/.exec(agent);
    if (safari) return [Number(safari[1]) >= 13, "Safari " + safari[1]];
    if (/Trident|MSIE/.test(agent)) return [false, "Internet Explorer"];
    return [null, word("unknown")];
  }

  function keep(size: number): [boolean, string] {
    var key = "hb-selfcheck";
    var text = new Array(size + 1).join("0");
    window.localStorage.setItem(key, text);
    var kept = window.localStorage.getItem(key) === text;
    window.localStorage.removeItem(key);
    return [kept, ""];
  }

  // A character that is surely missing looks like any other missing one.
  function drawn(character: string): string {
    var canvas = document.createElement("canvas");
    canvas.width = canvas.height = 40;
    var pen = canvas.getContext("2d") as CanvasRenderingContext2D;
    pen.font = "30px sans-serif";
    pen.fillText(character, 2, 32);
    return canvas.toDataURL();
  }

  function fonts(): [boolean, string] {
    var empty = drawn("\uffff");
    var missing = word("probe").split("").filter(function (each) {
      return drawn(each) === empty;
    });
    return [missing.length === 0, missing.length ? word("missing") : ""];
  }

  function smallest(): [boolean, string] {
    var probe = document.createElement("span");
    probe.textContent = word("measure");
    probe.style.fontSize = "6px";
    probe.style.position = "absolute";
    probe.style.whiteSpace = "nowrap";
    root.appendChild(probe);
    var size = Math.round(probe.getBoundingClientRect().width / 10);
    root.removeChild(probe);
    return [size <= 12, size + " " + word("pixels")];
  }

  function today(): [boolean, string] {
    var now = new Date();
    var day = now.getFullYear() + "-" + ("0" + (now.getMonth() + 1)).slice(-2) + "-" + ("0" + now.getDate()).slice(-2);
    var good = day >= (root.getAttribute("data-edition") || "");
    return [good, good ? day : day + " " + word("late")];
  }

  function save(): [boolean, string] {
    var address = URL.createObjectURL(new Blob(["x"]));
    URL.revokeObjectURL(address);
    return ["download" in document.createElement("a"), ""];
  }

  function style(): [boolean, string] {
    return [!!window.CSS && CSS.supports("--a", "0") && CSS.supports("display", "grid"), ""];
  }

  function copy(): void {
    attempt("copy", function () {
      var field = document.createElement("textarea");
      field.value = word("ok");
      root.appendChild(field);
      field.select();
      var done = document.execCommand("copy");
      root.removeChild(field);
      return [done, ""];
    });
  }

  function open(): void {
    attempt("window", function () {
      var other = window.open("", "hb-selfcheck", "width=300,height=200");
      if (other) other.close();
      return [!!other, other ? "" : word("blocked")];
    });
  }

  attempt("script", function () {
    return [true, ""];
  });
  attempt("engine", engine);
  attempt("opened", function () {
    var way = location.protocol.replace(":", "");
    return [way === "file" || way === "http" || way === "https", way];
  });
  attempt("storage", function () {
    return keep(10);
  });
  attempt("room", function () {
    return keep(1000000);
  });
  attempt("window", function () {
    return [null, ""];
  });
  attempt("copy", function () {
    return [null, ""];
  });
  attempt("print", function () {
    return [typeof window.print === "function", ""];
  });
  attempt("save", save);
  attempt("fonts", fonts);
  attempt("small", smallest);
  attempt("style", style);
  attempt("drawing", function () {
    return [!!document.createElementNS && "createSVGRect" in document.createElementNS("http://www.w3.org/2000/svg", "svg"), ""];
  });
  attempt("screen", function () {
    return [screen.width >= 1024 && screen.height >= 700, screen.width + "×" + screen.height + " " + word("pixels")];
  });
  attempt("clock", today);
  part("engine").textContent = word("engine") + navigator.userAgent + "  " + word("time") + new Date().toISOString();
  part("tools").removeAttribute("hidden");
  part("window").addEventListener("click", open);
  part("copy").addEventListener("click", copy);
  part("print").addEventListener("click", function () {
    window.print();
  });
})();
