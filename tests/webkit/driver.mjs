// WebKit from Debian (WebKitGTK; Safari has the same engine), driven by the few WebDriver commands that the tests
// need.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { ensureBrowser } from "../../scripts/setup.mjs";

/** A virtual display. */
async function startDisplay() {
  const server = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  await once(server, "spawn").catch((cause) => {
    throw new Error("The tests need Xvfb. Install it: 'sudo apt-get install xvfb'.", { cause });
  });
  const [number] = await once(createInterface(server.stdio[3]), "line");
  return { name: `:${number}`, close: () => server.kill() };
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}

/** Keys without a letter, as WebDriver writes them. */
const KEYS = { Tab: "\uE004", End: "\uE010", Backspace: "\uE003", Control: "\uE009" };

async function ask(address, method, body) {
  const response = await fetch(address, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = await response.json();
  if (value?.error) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

/** Repeats the request, since the driver answers a little after its start. */
async function newSession(address, capabilities) {
  for (let left = 50; ; left--) {
    try {
      return await ask(address, "POST", { capabilities: { alwaysMatch: capabilities } });
    } catch (error) {
      if (left === 0 || !(error instanceof TypeError)) throw error;
      await sleep(100);
    }
  }
}

/** One window. A function or its text runs in it with plain values; it may return a promise. */
export async function startWebKit() {
  const program = ensureBrowser("WebKit");
  const [display, port] = [await startDisplay(), await freePort()];
  const driver = spawn(program, [`--port=${port}`], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DISPLAY: display.name, GDK_BACKEND: "x11" },
  });
  const stop = () => {
    driver.kill();
    display.close();
  };
  try {
    const sessions = `http://127.0.0.1:${port}/session`;
    const { sessionId, capabilities } = await newSession(sessions, {
      "webkitgtk:browserOptions": { args: ["--automation"] },
    });
    const session = (method, path, body) => ask(`${sessions}/${sessionId}/${path}`, method, body);
    await session("POST", "timeouts", { script: 60_000 });
    const run = async (what, ...values) => {
      const script = `const [values, end] = arguments;
Promise.resolve(values).then(values => (${what})(...values))
  .then(value => end({ value: value ?? null }), error => end({ error: String(error) }));`;
      const { value, error } = await session("POST", "execute/async", { script, args: [values] });
      if (error) throw new Error(error);
      return value;
    };
    /** Presses keys with the focus where it is, the first held until the last is up. */
    const keys = (...values) => {
      const of = (type, values) => values.map((value) => ({ type, value }));
      const actions = [...of("keyDown", values), ...of("keyUp", values.toReversed())];
      return session("POST", "actions", { actions: [{ type: "key", id: "keys", actions }] });
    };
    const element = async (selector) =>
      Object.values(await session("POST", "element", { using: "css selector", value: selector }))[0];
    /** The element, in the middle of the window: at its edges it may be under a bar. */
    const inSight = async (selector) => {
      await run(
        (selector) => document.querySelector(selector)?.scrollIntoView({ block: "center", behavior: "instant" }),
        selector,
      );
      return element(selector);
    };
    return {
      version: capabilities.browserVersion,
      run,
      goto: (url) => session("POST", "url", { url }),
      resize: (width, height) => session("POST", "window/rect", { width, height }),
      /** Later scripts run in the first frame of the page, or in the page again. */
      enterFrame: () => session("POST", "frame", { id: 0 }),
      leaveFrame: () => session("POST", "frame", { id: null }),
      async type(selector, text) {
        const id = await inSight(selector);
        await session("POST", `element/${id}/clear`, {});
        await session("POST", `element/${id}/value`, { text });
      },
      click: async (selector) => session("POST", `element/${await inSight(selector)}/click`, {}),
      press: async (selector, key) => session("POST", `element/${await element(selector)}/value`, { text: key }),
      key: (key) => keys(KEYS[key] ?? key),
      chord: (key) => keys(KEYS.Control, key),
      async until(what, ...values) {
        for (let left = 200; left > 0; left--) {
          const value = await run(what, ...values);
          if (value) return value;
          await sleep(100);
        }
        throw new Error(`It never came: ${what}`);
      },
      screenshot: async () => Buffer.from(await session("GET", "screenshot"), "base64"),
      async close() {
        await session("DELETE", "").catch(() => undefined);
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}
