/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** The lesson whose prose is being rendered: its parts (Do, Quiz, Deeper, Keep) read it here. */
    lesson: import("./lessons/lesson-page.ts").LessonPage;
  }
}
