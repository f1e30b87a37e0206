// The default entry where the platform compiles no WebAssembly: an error with a code.
import { CakupanError, project } from "cakupan";

export default {
  async fetch(request) {
    const scenario = await request.json();
    try {
      return Response.json(project(scenario));
    } catch (error) {
      return new Response(error instanceof CakupanError ? error.code : "unknown");
    }
  },
};
