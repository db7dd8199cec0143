// All that a lesson's page does by itself, as one script: several small ones would each be a request, and compress badly.
import "./i-know-this-link.ts";
import "./load-when-near.ts";
import "./reading-position.ts";
