// The site's build gives such an import the address of the file.
declare module "*.wasm?url" {
  const url: string;
  export default url;
}
