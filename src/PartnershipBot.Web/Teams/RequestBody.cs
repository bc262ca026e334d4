namespace PartnershipBot.Web.Teams;

internal static class RequestBody
{
    /// <returns>Null when it is longer than <paramref name="largest"/> bytes; no more than that is read.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int largest, CancellationToken cancel)
    {
        if (request.ContentLength > largest) return null;
        using var body = new MemoryStream((int)(request.ContentLength ?? 4_096));
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancel)) > 0)
        {
            if (body.Length + read > largest) return null;
            body.Write(chunk, 0, read);
        }
        return body.ToArray();
    }
}
