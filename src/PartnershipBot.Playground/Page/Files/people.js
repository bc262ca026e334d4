import { h } from "./dom.js";

// Radio buttons that look like tabs.
export function choice(label, look, pick) {
  const box = h("fieldset", { class: look }, h("legend", { class: "sr" }, label));
  let drawn = "";
  return {
    box,
    draw(items, chosen) {
      const key = JSON.stringify(items);
      if (key !== drawn) {
        drawn = key;
        box.replaceChildren(box.firstChild, ...items.map(item => h("label", null, h("input", { type: "radio", name: label, value: item.id, onchange: () => pick(item.id) }), h("span", null, item.name))));
      }
      for (const radio of box.querySelectorAll("input")) radio.checked = radio.value === chosen;
    },
  };
}

// Who to be: a row of people for each organisation, and beneath it who that is. A dot says that the bot wrote to them since they were last on show.
export function picker(label, pick) {
  const box = h("fieldset", { class: "people" }, h("legend", { class: "sr" }, label));
  const about = h("p", { class: "about" });
  let chips;

  function chip(person) {
    const [first, ...rest] = person.name.split(" ");
    const news = h("span", { class: "news", hidden: true }, h("span", { class: "sr" }, ", something new"));
    const radio = h("input", { type: "radio", name: label, value: person.id, onchange: () => pick(person.id) });
    return { id: person.id, radio, news, node: h("label", { class: "chip" }, radio,
      h("span", null, first, h("span", { class: "sr" }, " ", rest.join(" ")), news)) };
  }

  return {
    box, about,
    draw(people, who, seen) {
      if (!chips) {
        chips = people.map(chip);
        for (const [organisation, members] of Map.groupBy(people, person => person.organisation))
          box.append(h("div", { class: "organisation", role: "group", "aria-label": organisation }, h("span", { class: "name", "aria-hidden": "true" }, organisation),
            chips.filter(one => members.some(member => member.id === one.id)).map(one => one.node)));
      }
      for (const one of chips) {
        const person = people.find(known => known.id === one.id);
        one.radio.checked = person.id === who;
        one.news.hidden = person.id === who || !person.latest || seen[person.id] === person.latest;
      }
      const shown = people.find(person => person.id === who);
      about.replaceChildren(h("strong", null, shown.name), ` ${shown.does} (${shown.kind})`);
    },
  };
}
