fetch("scenario.json")
  .then((answer) => answer.json())
  .then((scenario) => {
    document.querySelector("output").textContent = cakupan.project(scenario).total.rupiah;
  });
