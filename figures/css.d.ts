// Stylesheets are imported for their effect; the site's build bundles them.
declare module "*.css";
