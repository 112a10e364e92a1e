package io.github.ticryptexporter.simulator;

import io.javalin.http.HandlerType;

/** Every route of the API document, in its order, with the token that opens it. */
enum Route {
    GET_DRIVES("GET", "/api/drives", TokenType.DRIVE),
    GET_IMAGES("GET", "/api/vms/images", TokenType.VM),
    CREATE_IMAGE("POST", "/api/vms/images", TokenType.VM),
    EDIT_BRICK("PATCH", "/api/vms/bricks", TokenType.VM),
    GET_ACTIVE_VMS("GET", "/api/vms/{realm}/active", TokenType.VM),
    GET_CONFIGS("GET", "/api/vms/{realm}/configs", TokenType.VM),
    GET_TEAMS("GET", "/api/teams", TokenType.TEAM),
    CREATE_TEAM("POST", "/api/teams", TokenType.TEAM),
    GET_QUOTAS("GET", "/api/teams/quotas", TokenType.TEAM),
    EDIT_QUOTAS("PATCH", "/api/teams/quotas", TokenType.TEAM),
    GET_PROJECTS("GET", "/api/projects", TokenType.PROJECT),
    GET_PROJECT("GET", "/api/projects/{project}", TokenType.PROJECT),
    GET_USERS("GET", "/api/users", TokenType.USER),
    DISABLE_USERS("POST", "/api/users/disable", TokenType.USER);

    final String verb;
    final String path;
    final TokenType tokenType;

    Route(String verb, String path, TokenType tokenType) {
        this.verb = verb;
        this.path = path;
        this.tokenType = tokenType;
    }

    HandlerType method() {
        return HandlerType.findOrCreate(verb);
    }

    boolean isMutating() {
        return !verb.equals("GET");
    }
}
