using System.Net;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Storage.Tests;

public sealed class AzureTableTests(SharedAzurite azurite) : TableContract, IClassFixture<SharedAzurite>
{
    protected override async Task<ITable> OpenAsync(CancellationToken cancel) => new AzureTable(await azurite.ConnectionStringAsync(), SharedAzurite.NewTable());

    [Fact]
    public async Task Pages_without_rows_do_not_end_a_range()
    {
        using var way = new Way();
        var table = await OnAsync(way);
        await table.CommitAsync(P, [Put("a", ("N", 1L)), Put("b", ("N", 2L))], Cancel);
        way.EmptyPages = 3;

        var keys = new List<string>();
        await foreach (var row in table.QueryAsync(P, "", "~", Cancel)) keys.Add(row.Key);

        Assert.Equal(["a", "b"], keys);
        Assert.Equal(0, way.EmptyPages);
    }

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(null)]
    public async Task A_service_that_fails_is_unavailable_and_then_works_again(HttpStatusCode? answer)
    {
        using var way = new Way();
        var table = await OnAsync(way);
        (way.Fails, way.Answer) = (true, answer);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => table.CommitAsync(P, [Put("a", ("N", 1L))], Cancel));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => table.GetAsync(P, "a", Cancel));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
        {
            await foreach (var _ in table.QueryAsync(P, "", "~", Cancel)) { }
        });
        way.Fails = false;

        await table.CommitAsync(P, [Put("a", ("N", 1L))], Cancel);
        (way.Fails, way.Answer) = (true, answer);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => table.CommitAsync(P, [Put("b", ("N", 1L))], Cancel));
    }

    [Fact]
    public async Task Infinity_is_refused_because_the_service_s_client_cannot_write_it() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Table.CommitAsync(P, [Put("a", ("N", double.PositiveInfinity))], Cancel));

    [Fact]
    public async Task Many_first_users_make_the_table_once()
    {
        using var way = new Way();
        var table = await OnAsync(way);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(n => table.CommitAsync(P, [Put($"r{n}", ("N", 1L))], Cancel)));

        Assert.Equal(1, way.TablesMade);
    }

    async Task<AzureTable> OnAsync(Way way)
    {
        var options = AzureTable.Options();
        options.Retry.Delay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        options.Transport = new HttpClientTransport(new HttpClient(way, disposeHandler: false));
        return new AzureTable(new TableClient(await azurite.ConnectionStringAsync(), SharedAzurite.NewTable(), options));
    }

    /// <summary>The way to Azurite, which can fail, and which can give pages without rows as the service may.</summary>
    sealed class Way() : DelegatingHandler(new SocketsHttpHandler())
    {
        int tablesMade;

        public bool Fails { get; set; }

        /// <summary>Null: the connection breaks.</summary>
        public HttpStatusCode? Answer { get; set; }

        public int EmptyPages { get; set; }

        public int TablesMade => tablesMade;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.AbsolutePath;
            if (Fails) return Answer is { } status ? Task.FromResult(new HttpResponseMessage(status)) : throw new HttpRequestException("The connection broke.");
            if (request.Method == HttpMethod.Post && path.EndsWith("/Tables", StringComparison.Ordinal)) Interlocked.Increment(ref tablesMade);
            if (request.Method != HttpMethod.Get || EmptyPages == 0 || !path.EndsWith("()", StringComparison.Ordinal)) return base.SendAsync(request, cancellationToken);

            EmptyPages--;
            var page = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("""{"value":[]}""", System.Text.Encoding.UTF8, "application/json") };
            page.Headers.Add("x-ms-continuation-NextPartitionKey", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(P)));
            page.Headers.Add("x-ms-continuation-NextRowKey", Convert.ToBase64String("a"u8));
            return Task.FromResult(page);
        }
    }
}
