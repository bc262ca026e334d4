// Draws the blocks of Block Kit that the bot uses. `on` has press(element, choice), values by block id, errors by block id, and a prefix for ids.
import { h } from "./dom.js";

const pattern = /<([^>|]+)(?:\|([^>]*))?>|\*([^*\n]+)\*|_([^_\n]+)_|~([^~\n]+)~|`([^`\n]+)`|\n/g;
const plain = text => text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

export function mrkdwn(text) {
  const parts = [];
  let last = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push(plain(text.slice(last, match.index)));
    last = match.index + match[0].length;
    const [, target, label, bold, italic, strike, code] = match;
    if (target !== undefined) parts.push(/^(https?|mailto):/.test(target) ? h("a", { href: plain(target) }, plain(label ?? target)) : h("span", { class: "mention" }, plain(label ?? target)));
    else if (bold !== undefined) parts.push(h("strong", null, mrkdwn(bold)));
    else if (italic !== undefined) parts.push(h("em", null, mrkdwn(italic)));
    else if (strike !== undefined) parts.push(h("s", null, plain(strike)));
    else if (code !== undefined) parts.push(h("code", null, plain(code)));
    else parts.push(h("br"));
  }
  parts.push(plain(text.slice(last)));
  return parts;
}

const words = text => !text ? [] : text.type === "mrkdwn" ? mrkdwn(text.text) : text.text.split("\n").flatMap((line, index) => index ? [h("br"), line] : [line]);

export function drawBlocks(blocks, on) {
  return blocks.map(block => draw(block, on));
}

function draw(block, on) {
  switch (block.type) {
    case "header": return h("h3", { class: "b-header" }, words(block.text));
    case "divider": return h("hr");
    case "section": return h("div", { class: "b-section" },
      h("div", null, block.text && h("p", null, words(block.text)),
        block.fields && h("div", { class: "b-fields" }, block.fields.map(field => h("p", null, words(field))))),
      block.accessory && element(block, block.accessory, on));
    case "context": return h("p", { class: "b-context" }, block.elements.map(part => part.type === "image" ? h("img", { src: part.image_url, alt: part.alt_text, width: 20 }) : h("span", null, words(part))));
    case "actions": return h("div", { class: "b-actions" }, block.elements.map(part => element(block, part, on)));
    case "image": return h("figure", null, block.title && h("figcaption", null, words(block.title)), h("img", { src: block.image_url, alt: block.alt_text }));
    case "input": return input(block, on);
    case "rich_text": return h("div", null, block.elements.map(rich));
    default: return h("p", { class: "b-context" }, `A block of type ${block.type}.`);
  }
}

function rich(part) {
  if (part.type === "rich_text_list") return h(part.style === "ordered" ? "ol" : "ul", null, part.elements.map(item => h("li", null, inline(item))));
  const tag = { rich_text_quote: "blockquote", rich_text_preformatted: "pre" }[part.type] ?? "p";
  return h(tag, null, inline(part));
}

const inline = part => part.elements.map(run => run.type === "link" ? h("a", { href: run.url }, run.text ?? run.url)
  : run.style?.bold ? h("strong", null, run.text) : run.style?.italic ? h("em", null, run.text) : run.text ?? run.name ?? run.user_id ?? "");

function element(block, part, on) {
  const label = part.placeholder?.text ?? part.accessibility_label ?? part.text?.text ?? "Choose";
  switch (part.type) {
    case "button": return part.url
      ? h("a", { class: "button " + (part.style ?? ""), href: part.url, onclick: () => on.press(part) }, part.text.text)
      : h("button", { type: "button", class: part.style ?? "", "aria-label": part.accessibility_label, onclick: () => confirmed(part) && on.press(part) }, part.text.text);
    case "image": return h("img", { src: part.image_url, alt: part.alt_text, width: 88 });
    case "overflow": return h("details", { class: "overflow" }, h("summary", { "aria-label": "More" }, "More"),
      part.options.map(option => h("button", { type: "button", onclick: () => on.press(part, option.value) }, option.text.text)));
    default: return control(part, { "aria-label": label, onchange: event => on.press(part, read(part, event.currentTarget)) }, `${on.prefix}-${block.block_id}`, on.values?.[block.block_id]);
  }
}

const confirmed = part => !part.confirm || window.confirm(`${part.confirm.title.text}\n\n${part.confirm.text.text}`);

function input(block, on) {
  const part = block.element;
  const id = `${on.prefix}-${block.block_id}`;
  const error = on.errors?.[block.block_id];
  const about = [block.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  const live = block.dispatch_action ? { onchange: event => on.press(part, read(part, event.currentTarget)) } : {};
  const group = part.type === "radio_buttons" || part.type === "checkboxes";
  const label = [block.label.text, block.optional && h("span", { class: "optional" }, " (optional)")];
  const shown = control(part, { id, required: !block.optional, "aria-describedby": about, "aria-invalid": error ? "true" : undefined, ...live }, id, on.values?.[block.block_id]);
  return h(group ? "fieldset" : "div", { class: "field" + (error ? " wrong" : ""), "data-block": block.block_id },
    group ? h("legend", null, label) : h("label", { for: id }, label),
    block.hint && h("p", { class: "hint", id: `${id}-hint` }, block.hint.text), shown,
    error && h("p", { class: "error", id: `${id}-error` }, error));
}

function control(part, props, name, value) {
  const all = part.options ?? part.option_groups?.flatMap(group => group.options) ?? [];
  const chosen = value?.selected_option?.value ?? part.initial_option?.value;
  const several = (value?.selected_options ?? part.initial_options ?? []).map(option => option.value);
  switch (part.type) {
    case "plain_text_input": case "email_text_input": case "url_text_input": case "number_input":
      return h(part.multiline ? "textarea" : "input", {
        ...props, rows: part.multiline ? 4 : undefined, maxlength: part.max_length, minlength: part.min_length, placeholder: part.placeholder?.text,
        type: part.multiline ? undefined : { email_text_input: "email", url_text_input: "url", number_input: "number" }[part.type] ?? "text",
        min: part.min_value, max: part.max_value, step: part.is_decimal_allowed ? "any" : undefined, value: value?.value ?? part.initial_value ?? "",
      });
    case "radio_buttons": case "checkboxes": {
      const { required, onchange, ...rest } = props;
      const radio = part.type === "radio_buttons";
      const box = h("div", { class: "choices", ...rest, role: rest["aria-label"] ? "group" : undefined }, all.map(option => h("label", null,
        h("input", { type: radio ? "radio" : "checkbox", name, value: option.value, required: radio && required, checked: radio ? option.value === chosen : several.includes(option.value) }),
        h("span", null, words(option.text), option.description && h("small", null, words(option.description))))));
      if (onchange) box.addEventListener("change", onchange);
      return box;
    }
    case "datepicker": return h("input", { ...props, type: "date", value: value?.selected_date ?? part.initial_date ?? "" });
    case "timepicker": return h("input", { ...props, type: "time", value: value?.selected_time ?? part.initial_time ?? "" });
    default: {
      const multi = part.type.startsWith("multi_");
      return h("select", { ...props, multiple: multi }, !multi && h("option", { value: "" }, part.placeholder?.text ?? "Choose one"),
        all.map(option => h("option", { value: option.value, selected: multi ? several.includes(option.value) : option.value === chosen }, option.text.text)));
    }
  }
}

function read(part, node) {
  if (part.type === "radio_buttons" || part.type === "checkboxes") return [...node.querySelectorAll("input:checked")].map(box => box.value).join(",");
  return node.multiple ? [...node.selectedOptions].map(option => option.value).join(",") : node.value;
}

// What stands in a form's inputs, by block id.
export function filledIn(blocks, form) {
  const values = {};
  for (const block of blocks.filter(one => one.type === "input")) {
    const field = form.querySelector(`[data-block="${CSS.escape(block.block_id)}"]`);
    const group = field.querySelector(".choices");
    values[block.block_id] = read(block.element, group ?? field.querySelector("input, textarea, select"));
  }
  return values;
}
