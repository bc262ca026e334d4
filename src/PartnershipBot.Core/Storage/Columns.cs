using System.Collections;

namespace PartnershipBot.Core.Storage;

/// <summary>The columns of a row that is being written. A null value leaves the column out.</summary>
public sealed class Columns : IReadOnlyDictionary<string, object>
{
    readonly Dictionary<string, object> columns = new(StringComparer.Ordinal);

    public object? this[string name]
    {
        set
        {
            if (value is not null) columns[name] = value;
        }
    }

    object IReadOnlyDictionary<string, object>.this[string name] => columns[name];
    public IEnumerable<string> Keys => columns.Keys;
    public IEnumerable<object> Values => columns.Values;
    public int Count => columns.Count;
    public bool ContainsKey(string name) => columns.ContainsKey(name);
    public bool TryGetValue(string name, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out object value) => columns.TryGetValue(name, out value);
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => columns.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
