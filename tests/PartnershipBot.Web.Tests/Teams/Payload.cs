using System.Text.Json.Nodes;

namespace PartnershipBot.Web.Tests.Teams;

/// <summary>A request of the service, from a file of Payloads, changed where a test wants it changed.</summary>
internal sealed class Payload
{
    Payload(JsonObject root) => Root = root;

    public JsonObject Root { get; }

    public string Text => Root.ToJsonString();

    public string ServiceUrl => Root["serviceUrl"]?.GetValue<string>() ?? "";

    /// <param name="serviceUrl">Null keeps the file's own, the public Connector's.</param>
    public static Payload Read(string name, string? serviceUrl = null)
    {
        var root = (JsonObject)JsonNode.Parse(File.ReadAllText(Solution.At($"tests/PartnershipBot.Web.Tests/Teams/Payloads/{name}.json")))!;
        if (serviceUrl is not null) root["serviceUrl"] = serviceUrl;
        return new Payload(root);
    }

    /// <summary>Sets a member, or takes it away when the value is null. The path is of names, with dots between.</summary>
    public Payload With(string path, JsonNode? value)
    {
        var names = path.Split('.');
        var parent = names[..^1].Aggregate<string, JsonNode>(Root, (node, name) => int.TryParse(name, System.Globalization.CultureInfo.InvariantCulture, out var index) ? node[index]! : node[name]!);
        if (value is null) ((JsonObject)parent).Remove(names[^1]);
        else parent[names[^1]] = value;
        return this;
    }
}
