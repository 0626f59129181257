/** On the hosted page inside a frame: tells the page around it how high it is, each time that changes. */
function tellHeight(): void {
  const { height } = document.body.getBoundingClientRect();
  // The height of a form is no secret, and a frame does not know who frames it.
  parent.postMessage({ type: "trb:height", height }, "*");
}

if (parent !== window) new ResizeObserver(tellHeight).observe(document.body);
