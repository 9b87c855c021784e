// The document is data of 12,000 lines; its type, worked out from them, would cost every build seconds and tell nobody anything.
declare module "@zoom-webinar/zoom-client/openapi.json" {
  const document: unknown;
  // biome-ignore lint/style/noDefaultExport: this is what a JSON module has
  export default document;
}
