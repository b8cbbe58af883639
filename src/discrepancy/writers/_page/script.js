"use strict";
(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const findings = [...document.querySelectorAll(".finding")].map((shown) => ({
    shown,
    facets: Object.fromEntries(Object.entries(shown.dataset).map(([name, words]) => [name, words.split(" ")])),
  }));
  const status = document.getElementById("shown");
  const apply = () => {
    const wanted = [...new FormData(form)].filter(([, word]) => word);
    let left = 0;
    for (const { shown, facets } of findings) {
      const fits = wanted.every(([name, word]) => facets[name].includes(word));
      if (shown.hidden === fits) shown.hidden = !fits;
      left += fits;
    }
    const count = `${left.toLocaleString("en")} of ${findings.length.toLocaleString("en")} findings shown`;
    status.textContent = left ? count : `${count}: choose less, or show all`;
    form.classList.toggle("filtered", wanted.length > 0);
  };
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
  // A finding that the filters hide is shown when a link leads to it.
  addEventListener("hashchange", () => {
    const target = document.querySelector(".finding[hidden]:target");
    if (target) {
      form.reset();
      setTimeout(() => target.scrollIntoView());
    }
  });
  form.hidden = false;
  apply();
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    for (const one of opened) one.open = true;
  });
  addEventListener("afterprint", () => {
    for (const one of opened) one.open = false;
  });
})();
