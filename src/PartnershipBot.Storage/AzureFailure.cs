using Azure;
using Azure.Identity;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Storage;

/// <summary>What the service or the way to it said, in the words of <see cref="ITable"/>.</summary>
static class AzureFailure
{
    /// <summary>The row is there already, has moved on, or is gone; not that the table itself is.</summary>
    public static bool IsLostRace(RequestFailedException failure) =>
        failure.Status is 404 or 409 or 412 && failure.ErrorCode is not ("TableNotFound" or "TableBeingDeleted");

    /// <returns>What to throw instead; null for a lost race, for the caller's own cancelling, and for a mistake of this program.</returns>
    public static StoreUnavailableException? Of(Exception failure, CancellationToken cancel) => failure switch
    {
        RequestFailedException { Status: 401 or 403 } refused =>
            Unavailable($"refused this program ({refused.Status} {refused.ErrorCode}). Check the key, or that its identity has the role Storage Table Data Contributor", failure),
        RequestFailedException lost when IsLostRace(lost) => null,
        RequestFailedException { Status: 0 or 404 or 408 or 409 or 429 or >= 500 } busy => Unavailable($"did not answer ({busy.Status} {busy.ErrorCode})", failure),
        AuthenticationFailedException => Unavailable("could not be asked, because no identity was found. Sign in, or give the machine a managed identity", failure),
        OperationCanceledException when !cancel.IsCancellationRequested => Unavailable("did not answer in time", failure),
        // After its last try the client throws all its failures together.
        AggregateException { InnerExceptions: [.., var last] } => Of(last, cancel),
        HttpRequestException or IOException => Unavailable("could not be reached", failure),
        _ => null,
    };

    static StoreUnavailableException Unavailable(string what, Exception failure) => new($"Azure Table Storage {what}.", failure);
}
