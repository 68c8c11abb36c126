package dev.postern.node;

import dev.postern.sandbox.HostFunction.Refused;

/** The errors of Node's core modules, with the class, code and message that scripts look for. None tells of a key. */
final class CallFault {

    private CallFault() {}

    static Refused type(String code, String message) {
        return new Refused("TypeError", code, message);
    }

    static Refused range(String code, String message) {
        return new Refused("RangeError", code, message);
    }

    static Refused error(String code, String message) {
        return new Refused("Error", code, message);
    }

    static Refused argument(String name) {
        return type("ERR_INVALID_ARG_VALUE", "The argument '" + name + "' is invalid");
    }

    static Refused tooLarge(String name, long most) {
        return range(
                "ERR_OUT_OF_RANGE", "The value of \"" + name + "\" is out of range. It must be <= " + most + " here");
    }

    static Refused digest(String name) {
        return type("ERR_CRYPTO_INVALID_DIGEST", "Invalid digest: " + name);
    }

    static Refused curve() {
        return type("ERR_CRYPTO_INVALID_CURVE", "Invalid EC curve name");
    }

    static Refused unsupportedKey() {
        return error("ERR_OSSL_UNSUPPORTED", "error:1E08010C:DECODER routines::unsupported");
    }

    static Refused unsupportedOperation() {
        return error("ERR_CRYPTO_UNSUPPORTED_OPERATION", "Unsupported crypto operation");
    }

    static Refused wrongKeyType() {
        return error(
                "ERR_OSSL_EVP_OPERATION_NOT_SUPPORTED_FOR_THIS_KEYTYPE",
                "error:03000096:digital envelope routines::operation not supported for this keytype");
    }

    static Refused badDecrypt() {
        return error("ERR_OSSL_BAD_DECRYPT", "error:1C800064:Provider routines::bad decrypt");
    }

    static Refused dataTooLarge() {
        return error(
                "ERR_OSSL_RSA_DATA_TOO_LARGE_FOR_KEY_SIZE", "error:0200006E:rsa routines::data too large for key size");
    }

    static Refused jwk(String type) {
        return type("ERR_CRYPTO_INVALID_JWK", "Invalid JWK " + type + " key");
    }
}
