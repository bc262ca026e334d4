using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartnershipBot.Core.Cards;
using PartnershipBot.Core.Conversation;
using PartnershipBot.Core.Domain;
using PartnershipBot.Core.Outbox;
using PartnershipBot.Core.Packs;
using PartnershipBot.Core.Storage;

namespace PartnershipBot.Core.Flows.Privacy;

/// <summary>Everything held about one person as JSON to keep. The ratings of a check-in that is open are in it: they are not written anywhere on the way.</summary>
internal static class MyDataFile
{
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<string> WriteAsync(TurnContext turn, MyData mine, CancellationToken cancel)
    {
        var (person, say) = (mine.Person, new PrivacyWords(mine.Person.Language, mine.Person.Zone));
        var partnerships = new JsonArray();
        foreach (var partnership in mine.Partnerships) partnerships.Add(await PartnershipAsync(turn, partnership, cancel));
        var all = new JsonObject
        {
            ["writtenAt"] = turn.Now,
            ["name"] = person.Name,
            ["channel"] = person.Reach.Channel,
            ["chatAddress"] = person.Reach.Address,
            ["zone"] = person.Zone,
            ["language"] = person.Language,
            ["writesAtHour"] = person.Hour,
            ["pausedUntil"] = person.PausedUntil,
            ["hasThreeWords"] = person.DoorKey.Length > 0,
            ["lastHeardFromAt"] = person.HeardAt,
            ["partnerships"] = partnerships,
            ["privateNotes"] = List(mine.Of("draft|").Select(row => new JsonObject { ["words"] = row.Text("words"), ["sent"] = row.Flag("sent"), ["keptUntil"] = row.Time("until") })),
            ["halfFilledForms"] = List(mine.Of("session|").Select(Session)),
            ["letters"] = List(mine.Of(Keys.LetterPrefix).Select(row => new JsonObject { ["at"] = Keys.ParseTime(row.Key.Split('|')[1]), ["words"] = CardWords(row.Text("card")) })),
            ["waiting"] = List(mine.Of(Keys.DuePrefix).Select(Job.FromRow).Select(job => new JsonObject { ["due"] = job.Due, ["what"] = job.Verb })),
            ["mostMessagesAMonth"] = person.MostMessages == Budget.NoLimit ? null : person.MostMessages,
            ["writesOnDays"] = person.Days.ToString(),
            ["writesBetweenHours"] = string.Create(CultureInfo.InvariantCulture, $"{person.Hours.From}-{person.Hours.Until}"),
            ["nation"] = person.SendTime.Nation.ToString(),
            ["alsoKept"] = await OthersAsync(turn, person, cancel),
            ["sealed"] = say.Until(mine.Partnerships.Select(p => p.OpenRound?.ClosesAt).Min()).Text,
        };
        return all.ToJsonString(Readable);
    }

    static async Task<JsonArray> OthersAsync(TurnContext turn, Person person, CancellationToken cancel)
    {
        var others = new JsonArray();
        await foreach (var (partnership, row) in MyData.OthersAsync(turn, person, cancel))
            others.Add(new JsonObject
            {
                ["partnership"] = partnership.Length > 0 ? partnership : null,
                ["kind"] = row.Key.Split('|')[0],
                ["what"] = new JsonObject(row.Columns.Where(column => column.Value is not null).Select(column => KeyValuePair.Create(column.Key, JsonSerializer.SerializeToNode(column.Value)))),
            });
        return others;
    }

    static async Task<JsonObject> PartnershipAsync(TurnContext turn, MyPartnership partnership, CancellationToken cancel)
    {
        var (member, round) = (partnership.Member, partnership.OpenRound);
        var ratings = round is null ? null : await turn.ReadAnswersAsync(round.Id, member.Id, cancel);
        var questions = round is null ? [] : PackLibrary.Find(round.Pack, round.PackVersion).Rated(round.First);
        return new JsonObject
        {
            ["partnership"] = partnership.Name,
            ["organisation"] = partnership.Organisation,
            ["nameShown"] = member.Name,
            ["roles"] = member.Roles.ToString(),
            ["zone"] = member.Zone,
            ["language"] = member.Language,
            ["joinedAt"] = member.JoinedAt,
            ["leftAt"] = member.LeftAt,
            ["askedInCheckInsOpenedAt"] = List(partnership.InvitedTo.Select(at => JsonValue.Create(at))),
            ["openCheckInClosesAt"] = round?.ClosesAt,
            ["openCheckInRatings"] = List((ratings?.Given ?? Activity.NoInputs).Select(given => new JsonObject
            {
                ["question"] = questions.FirstOrDefault(question => question.Id == given.Key)?.Text ?? given.Key,
                ["rating"] = given.Value,
            })),
            ["halfFilledForm"] = partnership.Session is { } session ? Session(session) : null,
            ["messagesWaiting"] = partnership.Waiting,
        };
    }

    static JsonObject Session(Row row) => new() { ["given"] = JsonNode.Parse(row.Text("given")) };

    static string CardWords(string json)
    {
        var card = JsonSerializer.Deserialize(json, CardJson.Default.Card);
        return card is null ? "" : string.Join('\n', card.Elements.OfType<TextBlock>().Select(text => text.Text));
    }

    static JsonArray List(IEnumerable<JsonNode> nodes) => new([.. nodes]);
}
