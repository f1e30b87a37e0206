const worker = new Worker("worker.thread.js", { type: "module" });
worker.onmessage = ({ data }) => {
  document.querySelector("output").textContent = data;
};
