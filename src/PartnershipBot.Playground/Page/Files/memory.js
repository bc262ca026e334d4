// What this tab remembers until the program starts anew.
let kept = JSON.parse(sessionStorage.getItem("playground") ?? "{}");

export function startOf(run) {
  if (kept.run !== run) kept = { run };
}

export const recall = (name, otherwise) => kept[name] ?? otherwise;

export function remember(name, value) {
  kept[name] = value;
  sessionStorage.setItem("playground", JSON.stringify(kept));
}
