using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PartnershipBot.Playground.Slack;

/// <summary>Serves the town's Web API over HTTP: authorisation, JSON and form bodies, faults, and always 200 for a refusal.</summary>
public static class SlackWebApi
{
    /// <summary>Maps <c>POST {prefix}/api/{method}</c> and <c>POST {prefix}/response/{id}</c>.</summary>
    public static IEndpointRouteBuilder MapSlackTown(this IEndpointRouteBuilder routes, string prefix, SlackTown town)
    {
        var group = routes.MapGroup(prefix);
        group.MapPost("/api/{method}", (HttpContext http, string method) => CallAsync(town, http, method));
        group.MapPost("/response/{id}", (HttpContext http, string id) => RespondAsync(town, http, id));
        return routes;
    }

    static async Task CallAsync(SlackTown town, HttpContext http, string method)
    {
        var fault = town.Fault?.Invoke(method);
        var faultBody = fault?.Status is 429 ? """{"ok":false,"error":"ratelimited"}""" : """{"ok":false,"error":"internal_error"}""";
        if (fault is { AfterEffect: false })
        {
            await fault.AnswerAsync(http, faultBody);
            return;
        }
        var (reply, arguments) = await AnswerAsync(town, http, method);
        town.State.Called(new SlackCall(method, JsonSerializer.SerializeToElement(arguments), reply["error"]?.GetValue<string>()));
        if (fault is not null) await fault.AnswerAsync(http, faultBody);
        else await WriteAsync(http, reply);
    }

    static async Task<(JsonObject Reply, JsonObject Arguments)> AnswerAsync(SlackTown town, HttpContext http, string method)
    {
        JsonObject arguments = [];
        var bearer = http.Request.Headers.Authorization.ToString();
        if (!bearer.StartsWith("Bearer ", StringComparison.Ordinal)) return (SlackApiMethods.Refusal("not_authed"), arguments);
        if (bearer["Bearer ".Length..] != town.Options.BotToken) return (SlackApiMethods.Refusal("invalid_auth"), arguments);
        try
        {
            arguments = await ArgumentsAsync(http);
        }
        catch (JsonException)
        {
            return (SlackApiMethods.Refusal("invalid_json"), arguments);
        }
        return (town.Api.Call(method, new SlackArguments(arguments)), arguments);
    }

    static async Task<JsonObject> ArgumentsAsync(HttpContext http)
    {
        JsonObject arguments = [];
        foreach (var (name, value) in http.Request.Query) arguments[name] = value.ToString();
        if (http.Request.HasFormContentType)
        {
            foreach (var (name, value) in await http.Request.ReadFormAsync(http.RequestAborted)) arguments[name] = FromForm(name, value.ToString());
            return arguments;
        }
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        return body.Length is 0 ? arguments : JsonNode.Parse(body) as JsonObject ?? throw new JsonException("not an object");
    }

    /// <summary>Form fields hold JSON where the JSON body would hold an object or a list.</summary>
    static JsonNode? FromForm(string name, string value) => name is "blocks" or "view" or "metadata" ? JsonNode.Parse(value) : value;

    static async Task RespondAsync(SlackTown town, HttpContext http, string id)
    {
        if (town.Fault?.Invoke("response_url") is { AfterEffect: false } fault)
        {
            await fault.AnswerAsync(http, "");
            return;
        }
        var (url, error) = town.State.UseResponseUrl(id);
        if (url is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            await WriteAsync(http, SlackApiMethods.Refusal(error!));
            return;
        }
        JsonObject sent;
        try
        {
            sent = await ArgumentsAsync(http);
        }
        catch (JsonException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await WriteAsync(http, SlackApiMethods.Refusal("invalid_json"));
            return;
        }
        var reply = town.Api.Respond(url, new SlackArguments(sent));
        if (reply["ok"]!.GetValue<bool>() is false) http.Response.StatusCode = StatusCodes.Status400BadRequest;
        await WriteAsync(http, reply);
    }

    static Task WriteAsync(HttpContext http, JsonObject reply)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(reply.ToJsonString(), http.RequestAborted);
    }
}
