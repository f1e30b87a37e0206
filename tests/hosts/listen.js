// A host that uses the result: it writes it into its own page.
document.addEventListener("cakupan-result", (event) => {
  document.querySelector("#hasil").textContent = String(event.detail.totalRupiah);
});
