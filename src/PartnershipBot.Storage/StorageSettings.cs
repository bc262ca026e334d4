using Microsoft.Extensions.Configuration;

namespace PartnershipBot.Storage;

/// <summary>Where the two tables are, as the settings say it.</summary>
sealed record StorageSettings(StoreAddress Main, StoreAddress Rounds)
{
    const string Section = "Storage";
    const string RoundsSection = "Storage:Rounds";

    /// <exception cref="InvalidOperationException">Lists every setting that is wrong and what to do about it.</exception>
    public static StorageSettings Read(IConfiguration configuration)
    {
        var wrong = new List<string>();
        var main = Read(configuration, Section, first: null, wrong);
        var rounds = Read(configuration, RoundsSection, main, wrong);
        if (main is not null && main == rounds)
            wrong.Add($"'{RoundsSection}' names the same {(main is StoreAddress.File ? "file" : "table")} as '{Section}'. Open rounds must be kept apart, because they are never backed up: give them their own.");

        return wrong.Count == 0
            ? new StorageSettings(main!, rounds!)
            : throw new InvalidOperationException("The storage settings are not right:\n" + string.Join('\n', wrong.Select(one => "- " + one)));
    }

    /// <param name="first">For the rounds' store: the main one, whose neighbour it is where nothing else is said.</param>
    static StoreAddress? Read(IConfiguration configuration, string section, StoreAddress? first, List<string> wrong)
    {
        var kind = Text(configuration, $"{section}:Kind") ?? (first is StoreAddress.Table ? "AzureTables" : "Sqlite");
        if (kind.Equals("Sqlite", StringComparison.OrdinalIgnoreCase)) return ReadFile(configuration, section, first as StoreAddress.File, wrong);
        if (kind.Equals("AzureTables", StringComparison.OrdinalIgnoreCase)) return ReadTable(configuration, section, first as StoreAddress.Table, wrong);
        wrong.Add($"'{section}:Kind' is '{kind}'. Use Sqlite or AzureTables.");
        return null;
    }

    static StoreAddress.File? ReadFile(IConfiguration configuration, string section, StoreAddress.File? first, List<string> wrong)
    {
        foreach (var other in (string[])["ConnectionString", "Endpoint"])
            if (Text(configuration, $"{section}:{other}") is not null)
                wrong.Add($"'{section}:{other}' is set, but '{section}:Kind' is Sqlite. Set the kind to AzureTables, or remove '{section}:{other}'.");

        var path = Text(configuration, $"{section}:Path") ?? (section == Section ? StoreAddress.File.Default.Path : (first ?? StoreAddress.File.Default).ForRounds());
        if (Path.EndsInDirectorySeparator(path) || Directory.Exists(path) || path.Contains('\0', StringComparison.Ordinal))
        {
            wrong.Add($"'{section}:Path' is '{path}', which is no file. Name a file, such as {StoreAddress.File.Default.Path}.");
            return null;
        }
        return new StoreAddress.File(Path.GetFullPath(path));
    }

    static StoreAddress.Table? ReadTable(IConfiguration configuration, string section, StoreAddress.Table? first, List<string> wrong)
    {
        var before = wrong.Count;
        var connection = Text(configuration, $"{section}:ConnectionString");
        var endpoint = Text(configuration, $"{section}:Endpoint");
        var table = Text(configuration, $"{section}:Table");
        if (connection is null && endpoint is null && first is not null)
        {
            (connection, endpoint) = (first.ConnectionString, first.Endpoint?.OriginalString);
            table ??= first.Name + "rounds";
        }
        table ??= section == Section ? StoreAddress.Table.DefaultName : StoreAddress.Table.DefaultName + "rounds";

        Uri? address = null;
        if (connection is null == endpoint is null)
            wrong.Add($"'{section}:Kind' is AzureTables, so either '{section}:ConnectionString' or '{section}:Endpoint' must be set, and not both.");
        else if (endpoint is not null && !(Uri.TryCreate(endpoint, UriKind.Absolute, out address) && (address.Scheme == "https" || address is { Scheme: "http", IsLoopback: true })))
            wrong.Add($"'{section}:Endpoint' is '{endpoint}'. Use the https address of the account's table service, such as https://example.table.core.windows.net.");
        else if (connection is not null && !StoreAddress.Table.IsConnectionString(connection))
            wrong.Add($"'{section}:ConnectionString' cannot be read. Copy it again from the storage account's page 'Access keys'.");
        if (!StoreAddress.Table.IsName(table))
            wrong.Add($"'{section}:Table' is '{table}'. Use 3 to 63 letters and digits, a letter first.");
        return wrong.Count == before ? new StoreAddress.Table(connection, address, table) : null;
    }

    static string? Text(IConfiguration configuration, string name) => configuration[name]?.Trim() is { Length: > 0 } text ? text : null;
}
