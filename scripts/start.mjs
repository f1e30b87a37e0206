// npm start: installs what is missing, builds the page, serves it and prints its address.
import { build } from "./build.mjs";
import { say, stop } from "./setup.mjs";
import { serve } from "./serve.mjs";

const port = Number(process.env.PORT ?? 4173);

await build();
try {
  const { address } = await serve({ port });
  say(`The page is at ${address} (Ctrl+C ends it)`);
} catch (error) {
  if (error.code !== "EADDRINUSE") throw error;
  stop(`Port ${port} is taken. Choose another: 'PORT=${port + 1} npm start'.`);
}
