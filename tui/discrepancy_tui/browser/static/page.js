// Keys go to the application without a click first: textual.js marks the page when it is connected.
window.addEventListener("load", () => {
  const connected = new MutationObserver(() => {
    if (document.body.classList.contains("-loaded")) {
      connected.disconnect();
      document.querySelector(".xterm-helper-textarea").focus();
    }
  });
  connected.observe(document.body, { attributes: true });
});
