const say = () => document.getElementById("say");

export function tell(text) {
  say().textContent = text ?? "";
}

export async function post(path, body) {
  const response = await fetch("/playground/" + path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`The playground answered with status ${response.status}.`);
  return response.json();
}

// Does something as a person; says so when it does not go well.
export async function act(path, body) {
  tell("");
  try {
    const done = await post(path, body);
    if (!done.accepted) tell(done.say);
    return done;
  } catch (error) {
    tell(error.message);
    return { accepted: false };
  }
}
