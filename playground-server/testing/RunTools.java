import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import org.apache.kafka.common.utils.Exit;

/**
 * Runs Kafka's tools one after the other in one JVM. Each line of input is a call: its main class, what is typed into
 * it, and its arguments, each in base64 with blanks between. Each is answered with a line: output and error output.
 */
public class RunTools {
    /** Takes the place of the end of the JVM. */
    private static class Ended extends RuntimeException {
    }

    public static void main(String[] none) throws Exception {
        Exit.setExitProcedure((status, message) -> {
            throw new Ended();
        });
        Exit.setHaltProcedure((status, message) -> {
            throw new Ended();
        });
        // What a tool leaves for the end of the JVM, such as sending its last records, is done after each call.
        Deque<Runnable> hooks = new ArrayDeque<>();
        Exit.setShutdownHookAdder((name, hook) -> hooks.add(hook));
        PrintStream answers = System.out;
        BufferedReader calls = new BufferedReader(new InputStreamReader(System.in));
        for (String call; (call = calls.readLine()) != null;) {
            String[] words = Arrays.stream(call.split(" ", -1)).map(RunTools::decode).toArray(String[]::new);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            System.setOut(new PrintStream(out, true, "UTF-8"));
            System.setErr(new PrintStream(err, true, "UTF-8"));
            System.setIn(new ByteArrayInputStream(words[1].getBytes("UTF-8")));
            run(words[0], Arrays.copyOfRange(words, 2, words.length));
            while (!hooks.isEmpty()) hooks.pop().run();
            answers.println("answer " + encode(out) + " " + encode(err));
        }
    }

    private static void run(String mainClass, String[] args) throws Exception {
        try {
            Class.forName(mainClass).getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException thrown) {
            if (!(thrown.getCause() instanceof Ended)) thrown.getCause().printStackTrace();
        }
    }

    private static String decode(String word) {
        return new String(Base64.getDecoder().decode(word), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String encode(ByteArrayOutputStream bytes) {
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
