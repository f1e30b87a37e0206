// What a host does with an answer of the calculator: here it writes it into its own page.
document.addEventListener("cakupan-result", (event) => {
  document.querySelector("#hasil").textContent = String(event.detail.totalRupiah);
});
