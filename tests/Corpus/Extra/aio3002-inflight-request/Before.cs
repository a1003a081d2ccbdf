using System;
using System.Collections.Generic;
using System.Threading;

namespace Corpus.Extra.Aio3002InflightRequest.Before;

public sealed class InFlightCall
{
    public int CorrelationId;
    public int Bytes;
    public long DeadlineMs;
    public Action<byte[], Exception> Callback;
}

public sealed class InFlightTable
{
    private readonly object _gate = new object();
    private readonly Dictionary<int, InFlightCall> _calls = new Dictionary<int, InFlightCall>();
    private readonly int _maxBytes;
    private int _bytes;

    public InFlightTable(int maxBytes) => _maxBytes = maxBytes;

    public bool TryAdd(InFlightCall call)
    {
        lock (_gate)
        {
            if (_bytes + call.Bytes > _maxBytes || !_calls.TryAdd(call.CorrelationId, call))
                return false;
            _bytes += call.Bytes;
            return true;
        }
    }

    public bool TryComplete(int correlationId, byte[] response)
    {
        InFlightCall call;
        lock (_gate)
        {
            if (!_calls.TryGetValue(correlationId, out call))
                return false;
        }
        lock (_gate)
        {
            _calls.Remove(correlationId);
            _bytes -= call.Bytes;
        }
        call.Callback(response, null);
        return true;
    }

    public int ExpireOverdue(long nowMs)
    {
        var overdue = new List<InFlightCall>();
        lock (_gate)
        {
            foreach (InFlightCall call in _calls.Values)
                if (call.DeadlineMs <= nowMs)
                    overdue.Add(call);
            foreach (InFlightCall call in overdue)
            {
                _calls.Remove(call.CorrelationId);
                _bytes -= call.Bytes;
            }
        }
        foreach (InFlightCall call in overdue)
            call.Callback(null, new TimeoutException("request " + call.CorrelationId));
        return overdue.Count;
    }
}
