// Fills in what is still empty under `root`, which is the input with this id: with what the invented people would type, or by chance.
export function fillIn(id, root, typed) {
  const wanted = typed[id];
  const radios = [...root.querySelectorAll("input[type=radio]")].filter(radio => radio.value);
  if (radios.length && !radios.some(radio => radio.checked)) (radios.find(radio => labelOf(radio) === wanted) ?? any(meant(radios))).checked = true;
  for (const select of root.querySelectorAll("select")) {
    const options = [...select.options].filter(option => option.value);
    if (!select.value && options.length) select.value = (options.find(option => option.text === wanted) ?? any(options)).value;
  }
  for (const text of root.querySelectorAll("textarea, input[type=text], input:not([type])")) if (!text.value) text.value = wanted ?? "";
}

// The last two of many choices are ways of not answering.
const meant = choices => choices.length > 5 ? choices.slice(0, -2) : choices;
const any = list => list[Math.floor(Math.random() * list.length)];
const labelOf = radio => (radio.labels?.[0] ?? radio.parentElement).textContent.trim();
