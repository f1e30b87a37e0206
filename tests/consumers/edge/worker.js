// An edge service where the platform compiles no WebAssembly from bytes: it passes a compiled module.
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
