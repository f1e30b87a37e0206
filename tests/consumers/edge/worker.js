// A service on the edge, which compiles no WebAssembly from bytes: the platform hands the module over, compiled.
import wasm from "cakupan/cakupan.wasm";
import { CakupanError, project, startSync } from "cakupan/slim";

startSync(wasm);

export default {
  async fetch(request) {
    try {
      return Response.json(project(await request.json()));
    } catch (error) {
      if (error instanceof CakupanError) return Response.json(error.problems, { status: 422 });
      throw error;
    }
  },
};
