import { describe, expect, it } from "vitest";
import { kindOf, safeName } from "./kind";

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe("UP-01 XSS-05 a file is what its bytes say", () => {
  it.each([
    ["\xFF\xD8\xFF\xE0JFIF", "image/jpeg"],
    ["\x89PNG\r\n\x1A\n....", "image/png"],
    ["RIFF0000WEBPVP8 ", "image/webp"],
    ["0000ftypheic", "image/heic"],
    ["%PDF-1.7\n", "application/pdf"],
    ["PK\x03\x04 [Content_Types].xml word/document.xml", /wordprocessingml/],
    ["PK\x03\x04 [Content_Types].xml xl/workbook.xml", /spreadsheetml/],
    ["name,mail\r\nAnn,ann@example.com\r\n", "text/plain"],
  ])("%j is taken", (text, type) => {
    expect(kindOf(bytes(text))?.type).toMatch(type);
  });

  it.each([
    ["<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"],
    ["\uFEFF  <!doctype html><script>alert(1)</script>"],
    ["<?xml version='1.0'?><x/>"],
    ["#!/bin/sh\nrm -rf /"],
    ["MZ\x90\x00\x03"],
    ["PK\x03\x04 anything else"],
    ["PK\x03\x04 [Content_Types].xml word/document.xml word/vbaProject.bin"],
    ["\xD0\xCF\x11\xE0 an old office file, macros or not"],
    [" %PDF-1.7 behind a space, and a nul \x00"],
  ])("%j is not", (text) => {
    expect(kindOf(new TextEncoder().encode(text))).toBeNull();
    expect(kindOf(bytes(text))).toBeNull();
  });

  it.each([
    ["cv.pdf", ["pdf"], "cv.pdf"],
    ["../../etc/passwd", ["txt"], "passwd.txt"],
    ["C:\\x\\scan.PNG", ["png"], "scan.png"],
    ["page.html", ["txt", "csv"], "page.html.txt"],
    ['a"\r\nset-cookie: x=1.csv', ["txt", "csv"], "aset-cookie x=1.csv"],
    ["invoice\u202Efdp.exe", ["pdf"], "invoicefdp.exe.pdf"],
    ["", ["jpg"], "file.jpg"],
    ["履歴書.pdf", ["pdf"], "履歴書.pdf"],
  ])("%j is saved as a name that says so", (name, endings, expected) => {
    expect(safeName(name, { endings })).toBe(expected);
  });
});
