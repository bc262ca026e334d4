import { post, tell, gone } from "./net.js";

const zone = "Europe/London";
const shape = new Intl.DateTimeFormat("en-GB", { timeZone: zone, weekday: "short", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });

const wall = at => Object.fromEntries(shape.formatToParts(at).map(part => [part.type, part.value]));

// The moment at which clocks in London show this.
function london(year, month, day, hour) {
  const guess = Date.UTC(year, month - 1, day, hour);
  const shown = wall(guess);
  return new Date(guess + guess - Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute));
}

const days = (at, count, hour) => {
  const shown = wall(at);
  return london(+shown.year, +shown.month, +shown.day + count, hour);
};

const moves = {
  hour: now => ({ to: new Date(now + 3_600_000) }),
  down: now => ({ to: new Date(now + 3_600_000), leap: true }),
  morning: now => ({ to: days(now, wall(now).hour < 9 ? 0 : 1, 9) }),
  tuesday: now => {
    const ahead = (2 - ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"].indexOf(wall(now).weekday) + 7) % 7;
    return { to: days(now, ahead || (wall(now).hour < 10 ? 0 : 7), 10) };
  },
};

export function townClock(refresh) {
  const face = document.getElementById("now");
  const moving = document.getElementById("clock");
  const day = document.querySelector("#to-day input");
  let ahead = 0;
  const now = () => Date.now() + ahead;

  function tick() {
    face.dateTime = new Date(now()).toISOString();
    face.textContent = new Date(now()).toLocaleString("en-GB", { weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: zone });
    day.min = new Date(now()).toLocaleDateString("sv-SE", { timeZone: zone });
  }

  async function move(where) {
    if (moving.ariaBusy === "true") return;
    moving.ariaBusy = "true";
    tell(where.leap ? "The bot is down …" : "The clock walks, and stops wherever something is due …", { stays: true });
    try {
      set((await post("clock", where)).now);
      tell(`It is ${face.textContent} now.${where.leap ? " The bot was down for an hour and catches up." : ""}`);
    } catch (error) {
      tell(gone(error), { wrong: true });
    }
    moving.ariaBusy = "false";
    refresh();
  }

  function set(at) {
    ahead = new Date(at).getTime() - Date.now();
    tick();
  }

  for (const button of document.querySelectorAll("[data-move]")) button.addEventListener("click", () => move(moves[button.dataset.move](now())));
  document.getElementById("to-day").addEventListener("submit", event => {
    event.preventDefault();
    const [year, month, date] = day.value.split("-").map(Number);
    move({ to: london(year, month, date, 10) });
  });
  setInterval(tick, 15_000);
  return set;
}
