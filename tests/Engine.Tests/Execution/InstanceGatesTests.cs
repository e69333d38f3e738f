using Gongtui.Engine.Execution;
using Xunit;

namespace Gongtui.Engine.Tests.Execution;

/// <summary>One command of an instance at a time, and no instance waits for another.</summary>
public sealed class InstanceGatesTests
{
    private readonly InstanceGates _gates = new();

    [Fact]
    public async Task The_second_command_of_an_instance_waits_for_the_first()
    {
        var first = await _gates.EnterAsync("i", default);
        var second = _gates.EnterAsync("i", default).AsTask();
        Assert.False(second.IsCompleted);

        first.Dispose();

        (await second).Dispose();
    }

    [Fact]
    public async Task Ten_thousand_instances_are_decided_at_the_same_time()
    {
        var turns = new List<InstanceGates.Turn>();
        for (var instance = 0; instance < 10_000; instance++)
        {
            var turn = _gates.EnterAsync($"zjj-2026-{instance:D6}", default);
            Assert.True(turn.IsCompletedSuccessfully);
            turns.Add(await turn);
        }

        turns.ForEach(turn => turn.Dispose());
        Assert.Equal(0, _gates.Busy);
    }

    [Fact]
    public async Task Who_gives_up_waiting_leaves_nothing_behind()
    {
        using var patience = new CancellationTokenSource();
        var first = await _gates.EnterAsync("i", default);
        var second = _gates.EnterAsync("i", patience.Token).AsTask();

        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        first.Dispose();
        Assert.Equal(0, _gates.Busy);
        (await _gates.EnterAsync("i", default)).Dispose();
    }

    [Fact]
    public async Task Only_one_is_ever_inside()
    {
        var (inside, most) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(async () =>
        {
            using var turn = await _gates.EnterAsync("i", default);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        })));

        Assert.Equal(1, most);
        Assert.Equal(0, _gates.Busy);
    }
}
