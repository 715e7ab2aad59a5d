// Makes elements; knows no words.

type Child = Node | string | null | undefined | false;

/** Makes an element: make("p.hb-line", { title: "…" }, "text", child). A property that begins with "on" is a listener. */
export function make<E extends HTMLElement = HTMLElement>(
  name: string, properties: Record<string, string | EventListener> = {}, ...children: Child[]): E {
  const [tag, ...classes] = name.split(".");
  const element = document.createElement(tag || "div") as unknown as E;
  if (classes.length) element.className = classes.join(" ");
  Object.entries(properties).forEach(([key, value]) => {
    if (typeof value === "function") element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value);
  });
  children.forEach((child) => child && element.append(child));
  return element;
}
