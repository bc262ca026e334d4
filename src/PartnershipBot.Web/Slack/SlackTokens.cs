using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PartnershipBot.Core.Conversation;

namespace PartnershipBot.Web.Slack;

/// <summary>The bot token of each installation: from its row, or, for an app that lives in one workspace, from the settings.</summary>
/// <param name="clock">System time: it is compared with Slack's.</param>
internal sealed class SlackTokens(Installations installations, SlackApi api, IOptionsMonitor<SlackOptions> options, TimeProvider clock, ILogger<SlackTokens> log) : IDisposable
{
    readonly SemaphoreSlim oneAtATime = new(1, 1);
    volatile Own? own;

    /// <exception cref="ChannelException">The bot is not installed there, or Slack did not say whose the token in the settings is.</exception>
    public async ValueTask<Installation> FindAsync(string id, CancellationToken cancel)
    {
        var kept = await installations.FindAsync(SlackSource.Channel, id, cancel);
        var token = options.CurrentValue.BotToken;
        if (token.Length == 0 || kept?.Secret == token)
            return kept ?? throw new ChannelException(ChannelFault.Gone, "not_installed");

        var mine = await OwnAsync(token, kept, cancel);
        if (mine is null || !mine.Answers(id)) return kept ?? throw new ChannelException(ChannelFault.Gone, "not_installed");
        var installation = new Installation(SlackSource.Channel, id, mine.Name, token, mine.BotUser, clock.GetUtcNow());
        await installations.SaveAsync(installation, cancel);
        log.TokenLearnt(id);
        return installation;
    }

    public void Dispose() => oneAtATime.Dispose();

    /// <returns>Null when Slack cannot be asked now and a kept installation will do.</returns>
    async Task<Own?> OwnAsync(string token, Installation? kept, CancellationToken cancel)
    {
        if (own is { } known && known.Token == token) return known;
        await oneAtATime.WaitAsync(cancel);
        try
        {
            if (own is { } meanwhile && meanwhile.Token == token) return meanwhile;
            return own = Own.Read(token, await api.ReadAsync("auth.test", token, [], cancel));
        }
        catch (ChannelException) when (kept is not null)
        {
            return null;
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>Whose the token in the settings is.</summary>
    sealed record Own(string Token, string Team, string Enterprise, bool OrgWide, string Name, string BotUser)
    {
        public static Own Read(string token, JsonElement test) => new(
            token, test.Text("team_id"u8), test.Text("enterprise_id"u8), test.Flag("is_enterprise_install"u8), test.Text("team"u8), test.Text("user_id"u8));

        public bool Answers(string installation) =>
            installation.Split('|') is [_, var enterprise, var team] && (OrgWide ? enterprise == Enterprise : team == Team);
    }
}
