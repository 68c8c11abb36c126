package dev.postern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.postern.api.ApiCommandParser;
import dev.postern.api.InvalidCommandException;
import dev.postern.trigger.Trigger;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that no api object makes are refused by the host, whatever the guest's code has become. */
final class ForgedCommandsTest {

    private static final Pattern TIMES = Pattern.compile("(\\d+)\\*(\\w)");
    private static final String PROFILE = "{\"user_id\":\"u1\",\"email_verified\":true,\"name\":\"\"}";
    private static final String BEHAVIOR = "{\"creationBehavior\":\"none\",\"updateBehavior\":\"replace\"}";

    /** Semantics 16, 17, 24, 35, 71 and 77; in the arguments, {@code N*x} is a text of N times x. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            CREDENTIALS_EXCHANGE  | access.deny                        | ["invalid_scope","no"]
            CUSTOM_TOKEN_EXCHANGE | access.deny                        | ["any_code","no"]
            PRE_USER_REGISTRATION | validation.error                   | ["100*c","100*m"]
            POST_LOGIN            | validation.error                   | ["101*c","101*m"]
            CREDENTIALS_EXCHANGE  | transaction.addTargetScope         | ["280*s"]
            CREDENTIALS_EXCHANGE  | transaction.clearTargetScopes      | []
            POST_LOGIN            | transaction.setMetadata            | ["k","v"]
            CUSTOM_TOKEN_EXCHANGE | authentication.setActor            | [{"sub":"512*s"}]
            CUSTOM_TOKEN_EXCHANGE | authentication.setActor            | [{"sub":"s","act":{"sub":"t"}}]
            CUSTOM_TOKEN_EXCHANGE | authentication.setActor            | [{"sub":"s","1":1,"2":true,"3":"64*v","4":"","64*k":1}]
            CUSTOM_TOKEN_EXCHANGE | authentication.setUserByConnection | ["c",PROFILE,BEHAVIOR]
            POST_LOGIN            | authentication.challengeWithAny    | [[{"type":"otp"}]]
            POST_LOGIN            | multifactor.enable                 | ["duo",{"providerOptions":{"host":"h","ikey":"i","skey":"s"}}]
            POST_LOGIN            | samlResponse.setLifetimeInSeconds  | [2147483647]
            """)
    void takesWhatTheApiObjectMakes(Trigger trigger, String method, String args) throws Exception {
        assertEquals(1, commands(trigger, method, args));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            CREDENTIALS_EXCHANGE  | access.deny                        | ["any_code","no"]
            CUSTOM_TOKEN_EXCHANGE | access.deny                        | ["","no"]
            PRE_USER_REGISTRATION | validation.error                   | ["101*c","m"]
            PRE_USER_REGISTRATION | validation.error                   | ["c","101*m"]
            PRE_USER_REGISTRATION | validation.error                   | ["","m"]
            POST_LOGIN            | validation.error                   | ["c",""]
            POST_LOGIN            | validation.error                   | ["c"]
            POST_LOGIN            | transaction.addTargetScope         | ["read"]
            POST_LOGIN            | transaction.removeTargetScope      | ["read"]
            POST_LOGIN            | transaction.setTargetScopes        | [["read"]]
            POST_LOGIN            | transaction.clearTargetScopes      | []
            CUSTOM_TOKEN_EXCHANGE | transaction.setMetadata            | ["k","v"]
            CREDENTIALS_EXCHANGE  | transaction.addTargetScope         | ["281*s"]
            CREDENTIALS_EXCHANGE  | transaction.addTargetScope         | ["a\\u00a0b"]
            CREDENTIALS_EXCHANGE  | transaction.addTargetScope         | ["a\\ufeffb"]
            CREDENTIALS_EXCHANGE  | transaction.addTargetScope         | ["a\\u2028b"]
            CUSTOM_TOKEN_EXCHANGE | authentication.setActor            | [{}]
            CUSTOM_TOKEN_EXCHANGE | authentication.setActor            | ["s"]
            CUSTOM_TOKEN_EXCHANGE | authentication.setActor            | [{"sub":""}]
            CUSTOM_TOKEN_EXCHANGE | authentication.setActor            | [{"sub":"513*s"}]
            CUSTOM_TOKEN_EXCHANGE | authentication.setActor            | [{"sub":"s","act":null}]
            CUSTOM_TOKEN_EXCHANGE | authentication.setActor            | [{"sub":"s","act":{"sub":""}}]
            CUSTOM_TOKEN_EXCHANGE | authentication.setActor            | [{"sub":"1","act":{"sub":"2","act":{"sub":"3","act":{"sub":"4","act":{"sub":"5","act":{"sub":"6"}}}}}}]
            CUSTOM_TOKEN_EXCHANGE | authentication.setActor            | [{"sub":"s","1":1,"2":2,"3":3,"4":4,"5":5,"6":6}]
            CUSTOM_TOKEN_EXCHANGE | authentication.setActor            | [{"sub":"s","65*k":1}]
            CUSTOM_TOKEN_EXCHANGE | authentication.setActor            | [{"sub":"s","":1}]
            CUSTOM_TOKEN_EXCHANGE | authentication.setActor            | [{"sub":"s","k":"65*v"}]
            CUSTOM_TOKEN_EXCHANGE | authentication.setActor            | [{"sub":"s","k":{}}]
            CUSTOM_TOKEN_EXCHANGE | authentication.setActor            | [{"sub":"s","k":null}]
            CUSTOM_TOKEN_EXCHANGE | authentication.setActor            | [{"sub":"s","k":1e999}]
            CUSTOM_TOKEN_EXCHANGE | authentication.setUserByConnection | ["",PROFILE,BEHAVIOR]
            CUSTOM_TOKEN_EXCHANGE | authentication.setUserByConnection | ["c",{"user_id":""},BEHAVIOR]
            CUSTOM_TOKEN_EXCHANGE | authentication.setUserByConnection | ["c",{"user_id":"u1","email_verified":"yes"},BEHAVIOR]
            CUSTOM_TOKEN_EXCHANGE | authentication.setUserByConnection | ["c",{"user_id":"u1","email":true},BEHAVIOR]
            CUSTOM_TOKEN_EXCHANGE | authentication.setUserByConnection | ["c",{"user_id":"u1","email":null},BEHAVIOR]
            CUSTOM_TOKEN_EXCHANGE | authentication.setUserByConnection | ["c",{"user_id":"u1","app_metadata":{}},BEHAVIOR]
            CUSTOM_TOKEN_EXCHANGE | authentication.setUserByConnection | ["c",{"user_id":"u1","groups":"admin"},BEHAVIOR]
            POST_LOGIN            | authentication.challengeWithAny    | [[]]
            POST_LOGIN            | authentication.enrollWithAny       | [[]]
            POST_LOGIN            | multifactor.enable                 | ["duo",{"providerOptions":{"host":"h","ikey":"i","skey":""}}]
            POST_LOGIN            | samlResponse.setLifetimeInSeconds  | [2147483648]
            POST_LOGIN            | idToken.setCustomClaim             | ["k",{"a":[1e999]}]
            """)
    void refusesWhatItDoesNot(Trigger trigger, String method, String args) {
        var refused = assertThrows(InvalidCommandException.class, () -> commands(trigger, method, args));
        assertEquals(
                "api." + method + " is not as the api object makes it; an Action must not change the api object's own"
                        + " parts",
                refused.getMessage());
    }

    private static int commands(Trigger trigger, String method, String args) throws InvalidCommandException {
        // As text, for a number may be one that no tree of JSON holds.
        var handed = "{\"continues\":false,\"commands\":[{\"method\":\"" + method + "\",\"line\":7,\"args\":"
                + written(args) + "}]}";
        return ApiCommandParser.parse(handed, trigger.contract().methods())
                .commands()
                .size();
    }

    private static String written(String args) {
        return TIMES.matcher(args.replace("PROFILE", PROFILE).replace("BEHAVIOR", BEHAVIOR))
                .replaceAll(times -> times.group(2).repeat(Integer.parseInt(times.group(1))));
    }
}
