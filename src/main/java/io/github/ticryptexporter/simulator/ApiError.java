package io.github.ticryptexporter.simulator;

/** An answer other than 200: the status that the API document gives the case, and a message for the body. */
final class ApiError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final int status;

    private ApiError(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    /** The message as a string, for the answer's body. */
    String text() {
        return String.valueOf(getMessage());
    }

    static ApiError badRequest(String message) {
        return new ApiError(400, message);
    }

    static ApiError unauthorized() {
        return new ApiError(401, "missing or invalid token");
    }

    static ApiError forbidden(String message) {
        return new ApiError(403, message);
    }

    static ApiError notFound(String message) {
        return new ApiError(404, message);
    }

    static ApiError unprocessable(String message) {
        return new ApiError(422, message);
    }
}
