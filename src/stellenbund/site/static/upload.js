// Upload: drag and drop, and how far the sending has come. Without it the form works as any other.
"use strict";

const form = document.getElementById("hochladen");
const place = document.getElementById("ablage");
const file = document.getElementById("datei");
const answer = document.getElementById("antwort");
const progress = document.getElementById("fortschritt");
const bar = document.getElementById("balken");

document.querySelectorAll("[data-script]").forEach((each) => (each.hidden = false));

["dragenter", "dragover"].forEach((name) =>
  place.addEventListener(name, (event) => {
    event.preventDefault();
    place.classList.add("over");
  }),
);
["dragleave", "drop"].forEach((name) =>
  place.addEventListener(name, () => place.classList.remove("over")),
);
place.addEventListener("drop", (event) => {
  event.preventDefault();
  if (event.dataTransfer.files.length > 0) {
    file.files = event.dataTransfer.files;
    file.focus();
  }
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  answer.replaceChildren();
  if (file.files[0].size > Number(form.dataset.limit)) {
    complain("Diese Datei ist größer als 20 MB. Bitte kopieren Sie nur die Tabelle in eine neue.");
    return;
  }
  send();
});

function send() {
  const request = new XMLHttpRequest();
  request.upload.addEventListener("progress", (event) => {
    bar.value = (100 * event.loaded) / event.total;
  });
  request.upload.addEventListener("load", () => {
    progress.firstElementChild.textContent = "Wird gelesen …";
    bar.removeAttribute("value");
  });
  request.addEventListener("load", () => arrive(request));
  request.addEventListener("error", () =>
    complain("Die Verbindung ist abgerissen. Bitte noch einmal versuchen; gespeichert ist nichts."),
  );
  progress.hidden = false;
  request.open("POST", form.action);
  request.send(new FormData(form));
}

// Show what the server answers: another page, or this one with what is wrong.
function arrive(request) {
  if (request.status < 400) {
    window.location.assign(request.responseURL);
    return;
  }
  const main = new DOMParser().parseFromString(request.responseText, "text/html");
  const told = main.getElementById("antwort") || main.querySelector("main");
  reset();
  answer.replaceChildren(...told.childNodes);
}

function complain(sentence) {
  reset();
  const box = document.getElementById("fehler").content.cloneNode(true);
  box.querySelector("p").textContent = sentence;
  answer.replaceChildren(box);
}

function reset() {
  progress.hidden = true;
  progress.firstElementChild.textContent = "Wird gesendet …";
  bar.value = 0;
}
