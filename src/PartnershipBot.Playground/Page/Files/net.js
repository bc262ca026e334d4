const bar = document.getElementById("say");
const words = bar.querySelector("p");
let fades;

bar.querySelector("button").addEventListener("click", () => tell(""));

// Says something in passing; what went wrong stays until it is put away.
export function tell(text, { wrong = false, stays = wrong } = {}) {
  clearTimeout(fades);
  words.textContent = text ?? "";
  bar.hidden = !text;
  bar.classList.toggle("wrong", wrong);
  if (text && !stays) fades = setTimeout(() => tell(""), 8_000);
}

export async function post(path, body) {
  const response = await fetch("/playground/" + path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`The playground answered with status ${response.status}.`);
  return response.json();
}

// Does something as a person in a pane; says so when it does not go well.
export async function act(pane, path, body) {
  tell("");
  pane.ariaBusy = "true";
  try {
    const done = await post(path, body);
    if (!done.accepted) tell(done.say, { wrong: true });
    return done;
  } catch (error) {
    tell(gone(error), { wrong: true });
    return { accepted: false };
  } finally {
    pane.ariaBusy = "false";
  }
}

export const gone = error => error instanceof TypeError ? "The program does not answer. Is it still running?" : error.message;
