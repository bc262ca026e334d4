// Builds elements; text is always text.
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked" || name === "selected") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

// Keeps the children of a list in step with items; what has not changed is left alone, so that focus and scrolling stay.
export function keep(list, items, draw) {
  const known = list.known ??= new Map();
  const ids = new Set(items.map(item => item.id));
  for (const [id, entry] of known) if (!ids.has(id)) { entry.node.remove(); known.delete(id); }
  let changed = false;
  items.forEach((item, index) => {
    const json = JSON.stringify(item);
    const entry = known.get(item.id);
    if (entry?.json !== json) {
      changed = true;
      const node = draw(item);
      const held = entry?.node.contains(document.activeElement);
      entry?.node.replaceWith(node);
      known.set(item.id, { json, node });
      // Whoever pressed a button that is gone now goes on from the message that took its place.
      if (held) { node.tabIndex = -1; node.focus({ preventScroll: true }); }
    }
    const node = known.get(item.id).node;
    if (list.children[index] !== node) list.insertBefore(node, list.children[index] ?? null);
  });
  return changed;
}

export const clockTime = at => new Date(at).toLocaleString("en-GB", { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone: "Europe/London" });

export function json(value) {
  const pre = h("pre", { tabindex: "0", role: "region", "aria-label": "JSON" });
  return h("details", { class: "json", ontoggle: () => { pre.textContent = JSON.stringify(value, null, 2); } }, h("summary", null, "JSON"), pre);
}

export function initials(name) {
  return name.split(" ").map(word => word[0]).slice(0, 2).join("");
}

export const quiet = (words, onclick) => h("button", { type: "button", class: "small", onclick }, words);
