// A run that gives way to the next one ends with "early": the next one is as good as asked for. Requests sent before the
// first of them began may become one run or several; nothing tells which, so that only then the page waits a moment. A
// request for a part of the page that is gone gets no run at all. The answer must also have been drawn: no placeholder
// is left of what the browser still loads, and nothing changes during a few frames.
(numbers) => {
  const RERUN = (numbers.rerun << 3) | 2; // the first byte of a message that asks for a run
  const FRAMES = 4, SEVERAL_MS = 250, UNANSWERED_MS = 5000;
  const now = { open: 0, several: false, running: false, since: 0, events: 0 };

  function* fields(bytes) {
    let at = 0;
    const varint = () => {
      let value = 0, factor = 1, byte;
      do { byte = bytes[at++]; value += (byte & 127) * factor; factor *= 128; } while (byte & 128);
      return value;
    };
    while (at < bytes.length) {
      const tag = varint(), kind = tag & 7;
      const value = kind === 1 ? (at += 8) : kind === 5 ? (at += 4) : varint();
      if (kind === 2) at += value;
      yield [tag >>> 3, value];
    }
  }

  const happened = () => { now.events += 1; now.since = performance.now(); };

  function received(data) {
    for (const [field, value] of fields(new Uint8Array(data))) {
      if (field === numbers.newSession) {
        now.several = now.open > 1;
        now.open = 0;
        now.running = true;
        happened();
      } else if (field === numbers.finished) {
        now.running = false;
        if (value === numbers.early) { now.open = Math.max(now.open, 1); now.several = false; }
        happened();
      }
    }
  }

  window.WebSocket = class extends window.WebSocket {
    constructor(...given) {
      super(...given);
      this.addEventListener("message", (event) => {
        if (event.data instanceof ArrayBuffer) received(event.data);
      });
      this.addEventListener("close", () => { now.open = 0; now.running = false; happened(); });
    }
    send(data) {
      if (data[0] === RERUN) { now.open += 1; happened(); }
      super.send(data);
    }
  };

  function answered() {
    const app = document.querySelector('[data-testid="stApp"]');
    if (app === null || app.dataset.testScriptState !== "notRunning" || now.running) return false;
    if (document.querySelector('[data-testid="stSkeleton"]') !== null) return false;
    const quiet = performance.now() - now.since;
    if (now.open) return quiet > UNANSWERED_MS;
    return !now.several || quiet > SEVERAL_MS;
  }

  window.appAnswered = () => new Promise((done) => {
    let frames = 0, events = -1;
    const look = () => {
      frames = answered() && events === now.events ? frames + 1 : 0;
      events = now.events;
      if (frames >= FRAMES) done(true); else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
