// Next in both of its bundlers: the same app, whose pages and routes compute on the server and in the browser.
import { copy, run, same, serving } from "../bench.mjs";
import { look } from "../browsers.mjs";

const row = (consumer, ...mode) => ({
  consumer, entry: ".", ran: "next build, next start: server, client, route, edge",
  async run() {
    const folder = copy("next");
    await run(folder, "next", "build", ...mode);
    await serving(folder, ["next", "start", "--port", "0"], async (address) => {
      const html = await (await fetch(address)).text();
      same(/<output>(\d+)<\/output>/.exec(html)?.[1]);
      for (const route of ["api", "edge"]) same(await (await fetch(`${address}/${route}`)).text());
      const { text, complaints } = await look(`${address}/client`);
      same(text);
      same(complaints.join("\n"), "");
    });
  },
});

export default [row("Next Turbopack"), row("Next webpack", "--webpack")];
